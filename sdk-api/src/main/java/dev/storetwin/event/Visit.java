package dev.storetwin.event;

import dev.storetwin.type.Channel;
import dev.storetwin.type.SessionId;
import dev.storetwin.type.SubjectId;
import java.util.Optional;

/**
 * One shopper's visit, by tokens.
 *
 * @param session one visit
 * @param subject who it is, when known
 * @param channel where
 */
public record Visit(SessionId session, Optional<SubjectId> subject, Channel channel) {}
