"""The best plan at every value of one or two inputs."""
