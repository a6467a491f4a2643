"""Files that other tools read, each with the exact columns of its format."""
