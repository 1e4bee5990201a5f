# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for fish. Commands and options are asked of the program, so that they cannot disagree.
function __evident_commands
    evident --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\)  *\(.*\)/\1\t\2/p'
end
function __evident_options
    set -l words (commandline -opc)
    evident $words[2..-1] --help 2>/dev/null | string match -rga -- '--([a-z]+)' | sort -u | string replace -r '^' -- --
end
complete -c evident -n __fish_use_subcommand -f -a '(__evident_commands)'
complete -c evident -n 'not __fish_use_subcommand' -a '(__evident_options)'
