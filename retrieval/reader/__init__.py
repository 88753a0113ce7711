"""The small reader: does a window of text answer a question, and with which words."""
