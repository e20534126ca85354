"""From an address to rows: what a query string selects, what else can be chosen, and the choice said back in words."""
