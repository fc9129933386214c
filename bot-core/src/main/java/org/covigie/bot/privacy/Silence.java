package org.covigie.bot.privacy;

import org.covigie.bot.messaging.Post;
import org.covigie.bot.people.Address;

/** Ends all sending to somebody, and begins it again. */
interface Silence {
    /** Nothing leaves for this person any more, neither what waits nor what is posted later, but this one confirmation. */
    void stop(Address person, Post confirmation);

    /** What is posted from now on leaves again. */
    void resume(Address person);

    boolean stopped(Address person);
}
