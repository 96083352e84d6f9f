/** An application that embeds the twin. It names the engine alone: Drools is found at run time. */
@SuppressWarnings("opens")
module dev.storetwin.packaging.host {
    requires dev.storetwin.core;
    requires static org.jspecify;

    // The twin reads the rule files there. There are no classes, which the compiler would rather warn of.
    opens rules;
}
