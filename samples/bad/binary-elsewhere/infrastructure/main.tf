# The archive of the function app is made of this folder.
