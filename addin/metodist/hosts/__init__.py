"""xlwings engines for LibreOffice and closed files; dialogs."""
