"""`python -m workshop` is the command line. A stop while it is still being read is answered as well."""

import sys

if __name__ == "__main__":
    try:
        from workshop.cli import main

        main()
    except KeyboardInterrupt:
        print("Stopped. Nothing was changed.", file=sys.stderr)
        sys.exit(1)
