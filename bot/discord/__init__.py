"""The Discord bot: the only package that knows discord.py."""
