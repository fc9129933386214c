package org.covigie.bot.patientdata;

import java.util.List;

/** Proposes details of one kind. Stateless; takes time in proportion to the length of the message. */
interface Recogniser {

    List<Candidate> find(Message message);
}
