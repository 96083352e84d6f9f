/** An application that embeds the twin. It names the engine alone: Drools is found at run time. */
module dev.storetwin.packaging.host {
    requires dev.storetwin.core;
    requires static org.jspecify;

    // Rule files are read by the twin: what lies in a folder that could be a package must be opened.
    opens rules;
}
