"""Writes the synthetic description with KCL: generate_kcl.py SERVICES FILE

KCL's own program is not on PyPI; this is its library, called as its documentation shows.
"""

import os
import sys

from kcl_lib import api

if __name__ == "__main__":
    model = os.path.join(os.path.dirname(os.path.abspath(__file__)), "model.k")
    result = api.API().exec_program(
        api.ExecProgramArgs(
            k_filename_list=[model],
            args=[api.Argument(name="services", value=sys.argv[1])],
        )
    )
    if result.err_message:
        sys.exit(result.err_message)
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(result.yaml_result)
