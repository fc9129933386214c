package org.covigie.bot.messaging;

import java.util.List;

/**
 * Who is behind a group that the house itself keeps, on a channel whose platform has no groups for bots
 * ({@link Capabilities#hosted}).
 */
public interface Audience {
    /**
     * The posts that bring this one, addressed to such a group, to people; asked within the caller's transaction. Empty when it
     * is for nobody, or can only be done to a group of the platform's.
     */
    List<Post> each(Post toGroup);
}
