"""What the office loads when Calc shows the toolbar: the handler of addresses like ``vnd.metodist:check``."""

import unohelper
from metodist_stub.handler import NAME, SERVICES, ButtonHandler

# The name is the office's own: its loader looks for it.
g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816
g_ImplementationHelper.addImplementation(ButtonHandler, NAME, SERVICES)
