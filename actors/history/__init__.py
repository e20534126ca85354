"""What the events of the history say in words: who changed what, when and through which page."""
