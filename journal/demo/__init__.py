"""One invented course, filled into a server through the real client (`make demo`)."""
