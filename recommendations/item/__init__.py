"""What the page of one recommendation tells beside the recommendation itself."""
