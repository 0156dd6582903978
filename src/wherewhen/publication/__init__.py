"""What may go out, and in which forms. Exporters accept a PublicCase and nothing else."""
