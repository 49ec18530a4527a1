package io.posture.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command left on a terminal.
 *
 * @param exitCode its exit code
 * @param out standard output
 * @param err standard error
 */
record Terminal(int exitCode, String out, String err) {

    static Terminal run(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = Main.commands();
        commands.setOut(new PrintWriter(out));
        commands.setErr(new PrintWriter(err));
        String[] args = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            args[i] = words[i].toString();
        }
        int exitCode = Main.run(commands, args);
        commands.getOut().flush();
        commands.getErr().flush();
        return new Terminal(exitCode, out.toString(), err.toString());
    }
}
