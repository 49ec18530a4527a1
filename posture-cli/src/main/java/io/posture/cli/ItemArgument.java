package io.posture.cli;

import picocli.CommandLine.Parameters;

/** Which item of a run a command is about. */
final class ItemArgument {

    @Parameters(
            index = "0",
            paramLabel = "ITEM",
            description = "the item's key, KEY @ LOCATION, or a part of the key that no other item has")
    private String item = "";

    ItemArgument() {}

    /** The item, as the user called it. */
    String name() {
        return item;
    }
}
