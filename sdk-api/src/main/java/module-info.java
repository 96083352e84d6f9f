/** The words and the ports of a shop's digital twin. */
module dev.storetwin.api {
    requires static org.jspecify;
}
