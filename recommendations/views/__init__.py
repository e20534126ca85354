"""Every public page that shows recommendations."""
