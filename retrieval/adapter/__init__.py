"""A matrix that turns the vector of a question towards the vectors of what answers it."""
