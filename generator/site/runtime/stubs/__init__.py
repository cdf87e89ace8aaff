"""Modules that stand in the compiled runtime in the place of published ones: what a page needs of them, and no more.

The path of each, from here, is that of the module that it stands for; this file stands for none. What those bring along took a quarter
of the time in which Python started.
"""
