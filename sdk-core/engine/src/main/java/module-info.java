/** The engine of a shop's digital twin. */
module dev.storetwin.core {
    requires transitive dev.storetwin.api;
    requires static org.jspecify;
    requires org.slf4j;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;

    exports dev.storetwin.core.audit;
}
