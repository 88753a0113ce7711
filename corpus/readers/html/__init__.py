"""Web pages: the tree of tags with the bytes of every character, what is text in it, and the text's lines."""
