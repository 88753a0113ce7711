"""Know how good it is: answers against gold questions, measured, compared and shown."""
