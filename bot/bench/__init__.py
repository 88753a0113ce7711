"""Measures an index of generated documents against a plain LlamaIndex pipeline, in one run on one machine."""
