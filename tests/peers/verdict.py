"""What every judge says, and in what words."""


class Verdict:
    """Says what held and what did not, and remembers the latter."""

    def __init__(self):
        self.failures = 0

    def __call__(self, what, mistakes):
        self.failures += bool(mistakes)
        print(f"{'FAILED ' if mistakes else 'ok     '} {what}")
        for mistake in mistakes[:10]:
            print(f"        {str(mistake)[:400]}")
