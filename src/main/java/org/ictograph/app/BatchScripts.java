package org.ictograph.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scripts that let many machines work at once, each task in a copy of the study, and bring what they did to the study home as
 * bundles. A task that left its mark is done, so each script can be run again; only what is lacking runs.
 *
 * @param program how the machines start this program
 * @param study the study, which all machines reach by this path
 * @param rater whose edits it will be
 * @param tasks what each task is about: a recording, the name of a new model, or a profile
 * @param arguments what the command of the work is told besides
 */
record BatchScripts(Work work, String program, Path study, String rater, List<String> tasks, List<String> arguments) {
    /** What is done on many machines. */
    enum Work {
        /** Proposals for a recording. */
        PROPOSE("""
                "$ICTOGRAPH" propose "$copy" --recording "$task" "${MORE[@]}"
                """, 2, "4G", "04:00:00"),
        /** A new model; what an earlier try learned is taken up where it has a whole round. */
        TRAIN("""
                if ! { [ -e "$here/begun/$n" ] && "$ICTOGRAPH" train "$copy" -o "$task" --resume "${MORE[@]}"; }; then
                  mkdir -p "$here/begun"
                  : > "$here/begun/$n"
                  "$ICTOGRAPH" train "$copy" -o "$task" "${MORE[@]}"
                fi
                """, 4, "8G", "24:00:00"),
        /** A data set of a profile; clips that an earlier try cut and that are whole are not cut again. */
        EXPORT("""
                mkdir -p "$here/sets"
                if [ ! -e "$here/sets/$task" ]; then
                  "$ICTOGRAPH" export "$copy" --profile "$task" -o "$here/sets/$task" "${MORE[@]}"
                fi
                """, 4, "8G", "24:00:00");

        private final String command;
        private final int cores;
        private final String memory;
        private final String time;

        Work(String command, int cores, String memory, String time) {
            this.command = command;
            this.cores = cores;
            this.memory = memory;
            this.time = time;
        }

        /** True when it changes the study, so that a bundle comes home. */
        boolean bundles() {
            return this != TRAIN;
        }
    }

    static final String START = "start.icto";
    static final String TASKS = "tasks.txt";
    static final String TASK = "task.sh";
    static final String COLLECT = "collect.sh";

    /** Text of each file by its name. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(TASKS, String.join("\n", tasks) + "\n");
        files.put("settings.sh", settings());
        files.put(TASK, task());
        files.put("array.sbatch", array());
        files.put("submit.sh", submit());
        files.put("parallel.sh", parallel());
        files.put(COLLECT, work.bundles() ? collect() : count());
        return files;
    }

    private String settings() {
        StringBuilder told = new StringBuilder();
        for (String argument : arguments) {
            told.append(' ').append(ShellWord.of(argument));
        }
        return """
                # How the machines start the program, and what they work on.
                ICTOGRAPH=${ICTOGRAPH:-%s}
                STUDY=%s
                RATER=%s
                MORE=(%s)
                """.formatted(
                        ShellWord.of(program),
                        ShellWord.of(study.toString()),
                        ShellWord.of(rater),
                        told.toString().strip());
    }

    private String task() {
        return """
                #!/bin/bash
                # task.sh N: what line N of tasks.txt says; leaves %1$s.
                # What is there already is not made again. The copy of the study lies beside the study, where it finds
                # the videos, and goes away at the end.
                set -euo pipefail
                here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
                . "$here/settings.sh"
                n=${1:-${SLURM_ARRAY_TASK_ID:?say which line of tasks.txt}}
                mark="$here/%1$s"
                if [ -e "$mark" ]; then echo "$n is done"; exit 0; fi
                task=$(sed -n "${n}p" "$here/tasks.txt")
                [ -n "$task" ] || { echo "tasks.txt has no line $n" >&2; exit 2; }
                copy="$(dirname "$STUDY")/batch-$n-$$.icto"
                trap 'rm -rf -- "$copy" "${copy%%.icto}.snapshots" "$copy".*' EXIT
                cp -- "$here/start.icto" "$copy"
                %2$s
                mkdir -p "$(dirname "$mark")"
                %3$s
                """.formatted(
                        work.bundles() ? "bundles/$n.ictobundle" : "done/$n",
                        work.command.strip(),
                        work.bundles() ? """
                                "$ICTOGRAPH" bundle "$copy" --rater "$RATER" -o "$here/bundles/.$n.part"
                                mv -- "$here/bundles/.$n.part" "$mark\"""" : ": > \"$mark\"");
    }

    private String array() {
        return """
                #!/bin/bash
                #SBATCH --job-name=ictograph
                #SBATCH --array=1-%d
                #SBATCH --cpus-per-task=%d
                #SBATCH --mem=%s
                #SBATCH --time=%s
                #SBATCH --output=logs/%%a.txt
                exec "${BATCH:-.}/task.sh" "$SLURM_ARRAY_TASK_ID"
                """.formatted(tasks.size(), work.cores, work.memory, work.time);
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
                """.formatted(tasks.size());
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
                """.formatted(tasks.size());
    }

    /** Models come to the shelf of whoever ran the tasks, and nothing comes to the study. */
    private String count() {
        return """
                #!/bin/bash
                # Says how many tasks are done. 1: some are still lacking.
                set -euo pipefail
                here=${BATCH:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)}
                shopt -s nullglob
                done=("$here"/done/*)
                echo "${#done[@]} of %1$d tasks are done"
                [ "${#done[@]}" -eq %1$d ]
                """.formatted(tasks.size());
    }
}
