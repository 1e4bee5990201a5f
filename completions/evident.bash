# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for bash. Commands and options are asked of the program, so that they cannot disagree.
_evident() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} help
  local -a path=()
  if ((COMP_CWORD > 1)); then path=("$command"); fi
  if [[ $command == graph ]] && ((COMP_CWORD > 2)); then path+=("${COMP_WORDS[2]}"); fi
  case $previous in
    --store|--works) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    --report) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
  esac
  help=$(evident "${path[@]}" --help 2>/dev/null)
  if [[ $word == --* || $word == - || $previous == -- ]]; then
    [[ $word == -* ]] || word=
    mapfile -t COMPREPLY < <(compgen -W "$(grep -oE -- '--[a-z]+' <<<"$help" | sort -u)" -- "$word")
  elif grep -q '^Subcommands:' <<<"$help"; then
    mapfile -t COMPREPLY < <(compgen -W "$(sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p' <<<"$help")" -- "$word")
  elif [[ $command == ingest ]]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _evident evident
