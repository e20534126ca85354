"""The pages of people who answer for a body: what concerns it, and a form for its answers."""
