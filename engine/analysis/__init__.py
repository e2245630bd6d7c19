"""How the processes are run: counted at night out of the logs, drawn for those who own them."""
