package org.ictograph.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scripts that let many machines propose at once, each recording in a copy of the study, and bring what they found home as
 * bundles. A task that has its bundle is done, so each script can be run again; only what is lacking runs.
 *
 * @param program how the machines start this program
 * @param study the study, which all machines reach by this path
 * @param rater whose edits the proposals are
 * @param recordings names of the recordings, one task each
 * @param arguments what {@code propose} is told besides
 */
record BatchScripts(String program, Path study, String rater, List<String> recordings, List<String> arguments) {
    static final String START = "start.icto";
    static final String RECORDINGS = "recordings.txt";
    static final String TASK = "task.sh";
    static final String COLLECT = "collect.sh";

    /** Text of each file by its name. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(RECORDINGS, String.join("\n", recordings) + "\n");
        files.put("settings.sh", settings());
        files.put(TASK, task());
        files.put("array.sbatch", array());
        files.put("submit.sh", submit());
        files.put("parallel.sh", parallel());
        files.put(COLLECT, collect());
        return files;
    }

    private String settings() {
        StringBuilder told = new StringBuilder();
        for (String argument : arguments) {
            told.append(' ').append(quoted(argument));
        }
        return """
                # How the machines start the program, and what they work on.
                ICTOGRAPH=${ICTOGRAPH:-%s}
                STUDY=%s
                RATER=%s
                PROPOSE=(%s)
                """.formatted(
                        quoted(program),
                        quoted(study.toString()),
                        quoted(rater),
                        told.toString().strip());
    }

    private static String task() {
        return """
                #!/bin/bash
                # task.sh N: proposals for the recording in line N of recordings.txt, as bundles/N.ictobundle.
                # What is there already is not made again. The copy of the study lies beside the study, where it finds
                # the videos, and goes away at the end.
                set -euo pipefail
                here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
                . "$here/settings.sh"
                n=${1:-${SLURM_ARRAY_TASK_ID:?say which line of recordings.txt}}
                bundle="$here/bundles/$n.ictobundle"
                if [ -e "$bundle" ]; then echo "$n is done"; exit 0; fi
                recording=$(sed -n "${n}p" "$here/recordings.txt")
                [ -n "$recording" ] || { echo "recordings.txt has no line $n" >&2; exit 2; }
                copy="$(dirname "$STUDY")/batch-$n-$$.icto"
                trap 'rm -rf -- "$copy" "${copy%.icto}.snapshots" "$copy".*' EXIT
                cp -- "$here/start.icto" "$copy"
                "$ICTOGRAPH" propose "$copy" --recording "$recording" "${PROPOSE[@]}"
                mkdir -p "$here/bundles"
                "$ICTOGRAPH" bundle "$copy" --rater "$RATER" -o "$here/bundles/.$n.part"
                mv -- "$here/bundles/.$n.part" "$bundle"
                """;
    }

    private String array() {
        return """
                #!/bin/bash
                #SBATCH --job-name=ictograph
                #SBATCH --array=1-%d
                #SBATCH --cpus-per-task=2
                #SBATCH --mem=4G
                #SBATCH --time=04:00:00
                #SBATCH --output=logs/%%a.txt
                exec "${BATCH:-.}/task.sh" "$SLURM_ARRAY_TASK_ID"
                """.formatted(recordings.size());
    }

    private static String submit() {
        return """
                #!/bin/bash
                # Hands all tasks to SLURM, and the bringing home after them.
                set -euo pipefail
                cd "$(dirname "${BASH_SOURCE[0]}")"
                export BATCH=$PWD
                mkdir -p logs
                job=$("${SBATCH:-sbatch}" --parsable array.sbatch)
                "${SBATCH:-sbatch}" --parsable --dependency="afterany:${job%%;*}" --output=logs/collect.txt collect.sh
                """;
    }

    private String parallel() {
        return """
                #!/bin/bash
                # Runs all tasks on this machine, or with PARALLEL="parallel --sshloginfile FILE" on several; JOBS at once.
                set -euo pipefail
                here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
                if [ -n "${PARALLEL:-}" ] || command -v parallel > /dev/null; then
                  seq 1 %1$d | ${PARALLEL:-parallel} --jobs "${JOBS:-2}" "$here/task.sh" {}
                else
                  seq 1 %1$d | xargs -P "${JOBS:-2}" -I {} "$here/task.sh" {}
                fi
                """.formatted(recordings.size());
    }

    private String collect() {
        return """
                #!/bin/bash
                # Takes the bundles into the study; again and again is no harm. 1: some are still lacking, or something
                # waits on the review list.
                set -euo pipefail
                here=${BATCH:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)}
                . "$here/settings.sh"
                shopt -s nullglob
                bundles=("$here"/bundles/*.ictobundle)
                echo "${#bundles[@]} of %1$d tasks are done"
                [ "${#bundles[@]}" -gt 0 ] || exit 1
                "$ICTOGRAPH" merge "$STUDY" "${bundles[@]}"
                [ "${#bundles[@]}" -eq %1$d ]
                """.formatted(recordings.size());
    }

    /** A word as bash reads it back, whatever is in it. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
