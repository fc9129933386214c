package org.covigie.bot.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.sandbox.twilio.Person;
import org.covigie.bot.sandbox.twilio.World;

/**
 * The people of the WhatsApp half with their telephones, and the group they have among themselves, where the bot cannot be.
 * Everything in it is invented; where it stands is kept with the world.
 */
final class Telephones {

    static final String TITLE = "Soignants du Val d’Orle";
    /** Of the form of WhatsApp's invitations; nobody's group. */
    static final String LINK = "https://chat.whatsapp.com/SandboxValDOrle0000001";
    /** Approved from the beginning, so that conversations can be opened. */
    static final String SYNTHESIS = "HX" + "5a01".repeat(8);
    static final String NOTICE = "HX" + "5a02".repeat(8);
    static final String ENROLMENT = "HX" + "5a03".repeat(8);

    private final World world;

    Telephones(World world) {
        this.world = world;
    }

    /** Whoever is missing gets a telephone. */
    void begin() {
        world.approved(SYNTHESIS, "covigie_synthese", "fr",
                "COViGIE\u00a0: une nouvelle synthèse est parue, {{1}}. Elle se lit ici\u00a0: {{2}} (pour ne plus rien recevoir\u00a0: STOP).");
        world.approved(NOTICE, "covigie_avis", "fr",
                "COViGIE\u00a0: un message vous attend. Répondez à celui-ci pour le recevoir.");
        world.approved(ENROLMENT, "covigie_demande", "fr",
                "COViGIE\u00a0: il y a du nouveau pour votre demande. Répondez à ce message pour en savoir plus.");
        for (Owner one : Owner.values()) {
            person(one);
        }
        if (world.group().members().isEmpty()) {
            chat();
        }
    }

    /** The same people with numbers that the bot never met. */
    void again() {
        int next = edition() + 1;
        world.begins();
        world.note("edition", "" + next);
        begin();
    }

    Person person(Owner owner) {
        int edition = edition();
        String id = "FR.SANDBOX" + owner.name() + (edition == 0 ? "" : edition);
        return world.person(owner.fullName, owner.hidesNumber() ? null : owner.phone(edition), id);
    }

    Optional<Owner> owner(String personKey) {
        return Arrays.stream(Owner.values()).filter(one -> person(one).key().equals(personKey)).findFirst();
    }

    private int edition() {
        return world.note("edition").map(Integer::parseInt).orElse(0);
    }

    private void chat() {
        List.of(Owner.CLAIRE, Owner.JULIE, Owner.MARC, Owner.LEA).forEach(one -> world.group().joins(person(one)));
        says(Owner.CLAIRE,
                "Bienvenue à toutes et à tous\u00a0! Ce groupe est le nôtre\u00a0; le robot COViGIE n’en lit rien.");
        says(Owner.MARC,
                "Plus une dose de vaccin coqueluche dans mes trois pharmacies depuis lundi, et quatre femmes enceintes à vacciner cette semaine.");
        says(Owner.LEA,
                "Le télésecrétariat ne décroche plus\u00a0: Mme Kerivel, née le 12/03/1946, a rappelé pendant deux jours pour son pansement.");
        says(Owner.JULIE,
                "Pour l’amoxicilline pédiatrique qui manque\u00a0: on prépare des sachets à la dose à partir des gélules. Il suffit du poids et de la durée sur l’ordonnance.");
    }

    private void says(Owner owner, String text) {
        world.group().says(person(owner), text);
    }
}
