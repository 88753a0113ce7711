"""Questions whose answer stands in tables: read, chosen, calculated, shown."""
