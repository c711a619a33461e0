"""What is planned with: the data dictionary, the messages and checks of it, and the frozen parameters of the model."""
