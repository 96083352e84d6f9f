/** The engine of a shop's digital twin. */
module dev.storetwin.core {
    requires transitive dev.storetwin.api;
    requires static org.jspecify;
    requires org.slf4j;
}
