"""What is planned with: the data dictionary, its messages and validation, and the frozen parameters of the model."""
