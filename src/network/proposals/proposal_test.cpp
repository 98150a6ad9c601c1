// A provider's people wish, the region decides: nothing is public before, nothing typed is lost, nobody sees others'.
#include "network/editing/record_change.hpp"
#include "network/proposals/proposal_pages.hpp"
#include "tests/world/office.hpp"

#include <regex>

using namespace network;
using testing::AllOf;
using testing::Contains;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

namespace {

// Petr directs Kormidlo, which gives several services; Fokus Semily is somebody else's.
struct Proposals : testing::Test {
    static constexpr auto here = "kormidlo-bydleni", theirs = "fokus-semily-std";

    void SetUp() override { join("kormidlo"); }
    void tick() { office.clock().set(office.clock().now() + std::chrono::seconds{1}); }
    Date today() { return day_in_prague(office.clock().now()); }

    auto asked(auto&& question) {
        auto lease = office.database().read();
        return question(*lease);
    }
    auto done(auto&& deed) {
        tick();
        return office.database().in_write_transaction([&](db::Session& work) {
            auto author = office.as_nobody(work);
            return deed(author);
        });
    }
    void join(const char* slug) {
        done([&](auto& author) {
            return let_represent(author, find_provider_by_slug(author.work, slug)->id, *office.petr.organisation_id);
        });
    }
    void trust(const TrustedFields& fields) {
        done([&](auto& author) { return keep_trusted_fields(author, fields); });
    }
    Service service(const char* slug = here) {
        return asked([&](db::Session& db) { return *find_service_by_slug(db, slug); });
    }
    Provider provider(const char* slug) {
        return asked([&](db::Session& db) { return *find_provider_by_slug(db, slug); });
    }
    Facility place(const std::string& name) {
        return asked([&](db::Session& db) {
            return db.one<Facility>("SELECT * FROM facilities WHERE name = $1 ORDER BY id LIMIT 1", name);
        });
    }
    EditedRecord record(const char* kind, const Uuid& id) {
        return asked(
            [&](db::Session& db) { return *edited_record(db, kind, id, texts, today(), office.clock().now()); });
    }
    // The sheet as it came to the browser, with some fields typed anew.
    http::Values form_of(const EditedRecord& record, const Sheet& typed) {
        auto sheet = record.with(typed);
        http::Values values{{"verze", std::to_string(record.version)}};
        for (auto& part : record.parts)
            for (auto& field : part.fields) {
                values.add(field.name, value_in(sheet, field.name));
                values.add("bylo." + field.name, value_in(record.now, field.name));
            }
        for (auto& [name, text] : typed)
            if (!record.field(name)) values.add(name, text);
        return values;
    }
    http::Response wish(const Sheet& typed, const char* slug = here) {
        tick();
        auto form = form_of(record("service", service(slug).id.uuid), typed);
        return office.post(office.petr, at(slug), form);
    }
    Proposal newest() {
        return asked(
            [&](db::Session& db) { return db.one<Proposal>("SELECT * FROM proposals ORDER BY id DESC LIMIT 1"); });
    }
    std::vector<ProposalField> fields(const Proposal& proposal) {
        return asked([&](db::Session& db) { return fields_of(db, proposal); });
    }
    std::string outcome(const std::string& field) {
        for (auto& one : fields(newest()))
            if (one.field == field) return one.outcome;
        return {};
    }
    // As the page of the proposal came to the browser: everything approved as it was wished.
    http::Values decision(const Sheet& corrected = {}, const Sheet& decided = {}) {
        auto proposal = newest();
        auto now = record(proposal.kind.c_str(), proposal.about()).now;
        http::Values values{{"verze", std::to_string(proposal.kept.version)}};
        for (auto& field : fields(proposal)) {
            if (field.outcome != "waiting") continue;
            auto correct = corrected.find(field.field), answer = decided.find(field.field);
            values.add(field.field, correct == corrected.end() ? *field.new_value : correct->second);
            values.add("bylo." + field.field, value_in(now, field.field));
            values.add("rozhodnuti." + field.field, answer == decided.end() ? "ano" : answer->second);
        }
        return values;
    }
    http::Response decide(http::Values values, const User* who = nullptr) {
        tick();
        return office.post(who ? *who : office.eva, desk(), std::move(values));
    }
    // Without the blanks that do not break.
    std::string page(const User& who, const std::string& address) {
        return std::regex_replace(office.get(who, address).body, std::regex{"\xc2\xa0"}, " ");
    }
    std::string desk() { return "/sprava/navrhy/" + to_text(newest().id); }
    std::string own() { return "/navrhy/" + to_text(newest().id); }
    static std::string at(const char* slug) { return std::string{"/sluzby/"} + slug + "/navrh"; }
    std::string public_page(const char* slug = here) { return page(office.stranger, std::string{"/sluzby/"} + slug); }

    world::Office office{world::Office::With::sample_region};
    i18n::Texts texts{"cs", platform::files(), network::files()};
};

}

// feature A12
TEST_F(Proposals, are_public_only_once_the_region_approved_them) {
    auto before = service();
    auto sent = wish({{"shrnuti", "Pomáháme bydlet ve vlastním."}, {"sdeleni", "Nový text máme i na webu."}});
    ASSERT_EQ(sent.status, http::see_other);
    EXPECT_EQ(sent.location, own() + "?hotovo=odeslano");
    EXPECT_EQ(service().kept.version, before.kept.version);
    EXPECT_THAT(public_page(), Not(HasSubstr("Pomáháme bydlet")));
    EXPECT_THAT(page(office.petr, sent.location),
                AllOf(HasSubstr("Návrh je odeslaný."), HasSubstr("bydlet"), HasSubstr("čeká na")));
    EXPECT_THAT(page(office.eva, "/sprava/navrhy"), AllOf(HasSubstr("Kormidlo"), HasSubstr(to_text(newest().id))));
    auto body = page(office.eva, desk());
    EXPECT_THAT(body, AllOf(HasSubstr("<ins>"), HasSubstr("Nový text máme"), HasSubstr("petr")));

    ASSERT_EQ(decide(decision()).status, http::see_other);
    EXPECT_EQ(service().summary, "Pomáháme bydlet ve vlastním.");
    EXPECT_THAT(public_page(), HasSubstr("Pomáháme bydlet"));
    EXPECT_EQ(newest().state, "approved");
    EXPECT_EQ(newest().decided_by, office.eva.id);
    EXPECT_THAT(office.audit(), AllOf(Contains("network.proposed done"), Contains("network.proposal_decided done")));
}

TEST_F(Proposals, leave_who_wished_and_who_approved_in_the_history) {
    wish({{"shrnuti", "Pomáháme bydlet ve vlastním."}});
    decide(decision());
    auto changes = asked([&](db::Session& db) { return changes_around(db, service().id.uuid, 5, 0); });
    EXPECT_EQ(changes.front().change.source_kind, "proposal");
    EXPECT_EQ(changes.front().change.source_label, "petr, Kormidlo");
    EXPECT_EQ(changes.front().change.user_id, office.eva.id);
    EXPECT_THAT(page(office.eva, std::string{"/sluzby/"} + here + "/historie"),
                HasSubstr("návrh poskytovatele, petr, Kormidlo"));
}

TEST_F(Proposals, of_other_providers_are_not_there_at_all) {
    for (auto& address : {at(theirs), std::string{"/poskytovatele/fokus-semily/navrh"},
                          std::string{"/poskytovatele/fokus-semily/nova-sluzba"},
                          "/zarizeni/" + to_text(place("Fokus Semily – Jilemnice").id) + "/navrh"}) {
        EXPECT_EQ(office.get(office.petr, address).status, http::not_found) << address;
        EXPECT_EQ(office.post(office.petr, address).status, http::not_found) << address;
    }
    constexpr auto json = "application/json";
    EXPECT_EQ(office.get(office.petr, at("neni-takova"), json).body, office.get(office.petr, at(theirs), json).body);
    wish({{"shrnuti", "Pomáháme bydlet ve vlastním."}});
    auto stranger = office.petr;
    stranger.grants[0].organisation = office.region;    // a director of another organisation
    for (auto& address : {own(), own() + "/upravit", desk()}) {
        EXPECT_EQ(office.get(stranger, address).status, http::not_found) << address;
        EXPECT_EQ(office.get(office.adam, address).status, http::not_found) << address;
    }
    EXPECT_EQ(office.post(stranger, own() + "/stahnout").status, http::not_found);
    EXPECT_THAT(page(stranger, "/navrhy"), HasSubstr("Zatím jste nic nenavrhli."));
    EXPECT_THAT(page(stranger, "/prehled"), HasSubstr("nezastupuje žádného poskytovatele"));
    // Their own proposal they may read, not decide.
    EXPECT_EQ(office.get(office.petr, desk()).status, http::forbidden);
    EXPECT_EQ(decide(decision(), &office.petr).status, http::forbidden);
    EXPECT_EQ(newest().state, "proposed");
}

TEST_F(Proposals, are_decided_by_a_coordinator_in_the_own_district_only) {
    join("fokus-semily");
    wish({{"shrnuti", "Šijeme a malujeme."}}, theirs);    // reaches Jilemnice
    EXPECT_EQ(office.get(office.klara, desk()).status, http::ok);
    EXPECT_THAT(page(office.klara, "/sprava/navrhy"), HasSubstr("Fokus Semily"));
    EXPECT_THAT(page(office.klara, "/prehled"), HasSubstr("Čeká 1 návrh"));
    EXPECT_EQ(decide(decision(), &office.klara).status, http::see_other);
    wish({{"shrnuti", "Pomáháme bydlet ve vlastním."}}, "kormidlo-cdz");
    EXPECT_EQ(office.get(office.klara, desk()).status, http::not_found);
    EXPECT_THAT(page(office.klara, "/sprava/navrhy"), Not(HasSubstr("Kormidlo")));
    EXPECT_THAT(page(office.klara, "/prehled"), Not(HasSubstr("Čeká 1 návrh")));
}

TEST_F(Proposals, are_approved_in_part_and_corrected) {
    wish({{"shrnuti", "Pomáháme bydlet."}, {"jak_pozadat", "Zavolejte nám."}, {"uhrada", "Zdarma."}});
    auto without_reason = decide(decision({}, {{"uhrada", "ne"}}));
    EXPECT_EQ(without_reason.status, http::unprocessable);
    EXPECT_THAT(without_reason.body, HasSubstr("href=\"#vyjadreni\""));
    auto fees = service().fees;
    auto values = decision({{"jak_pozadat", "Zavolejte nám v pracovní den."}}, {{"uhrada", "ne"}});
    values.add("vyjadreni", "Úhradu ještě ověříme.");
    ASSERT_EQ(decide(values).status, http::see_other);
    EXPECT_EQ(service().summary, "Pomáháme bydlet.");
    EXPECT_EQ(service().how_to_apply, "Zavolejte nám v pracovní den.");
    EXPECT_EQ(service().fees, fees);
    EXPECT_EQ(outcome("shrnuti"), "approved");
    EXPECT_EQ(outcome("jak_pozadat"), "corrected");
    EXPECT_EQ(outcome("uhrada"), "refused");
    EXPECT_THAT(page(office.petr, own()), AllOf(HasSubstr("Úhradu ještě ověříme."), HasSubstr("schváleno s opravou"),
                                                HasSubstr("v pracovní den")));
}

TEST_F(Proposals, want_a_decision_about_each_field_and_a_value_that_can_be_kept) {
    wish({{"vek_od", "21"}, {"shrnuti", "Pomáháme bydlet."}});
    auto open = decide(decision({}, {{"shrnuti", ""}}));
    EXPECT_EQ(open.status, http::unprocessable);
    EXPECT_THAT(open.body, HasSubstr("href=\"#rozhodnuti.shrnuti\""));
    auto wrong = decide(decision({{"vek_od", "osmnáct"}}));
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_THAT(wrong.body, HasSubstr("osmnáct"));
    EXPECT_EQ(newest().state, "proposed");
    auto all = decision({}, {{"shrnuti", "ne"}});
    all.add("jak", "vse");
    EXPECT_EQ(decide(all).status, http::see_other);
    EXPECT_EQ(service().summary, "Pomáháme bydlet.");
}

TEST_F(Proposals, are_returned_with_a_remark_and_sent_again) {
    wish({{"shrnuti", "Pomáháme."}});
    auto back = decision();
    back.add("jak", "vratit");
    EXPECT_EQ(decide(back).status, http::unprocessable) << "why is a must";
    back.add("vyjadreni", "Napište prosím, komu.");
    ASSERT_EQ(decide(back).status, http::see_other);
    EXPECT_EQ(newest().state, "returned");
    EXPECT_THAT(page(office.petr, "/navrhy"), AllOf(HasSubstr("vráceno"), HasSubstr("<span>1</span>")));
    auto again = office.get(office.petr, own() + "/upravit");
    EXPECT_THAT(again.body, AllOf(HasSubstr("Napište prosím, komu."), HasSubstr("Pomáháme.")));
    tick();
    auto form = form_of(record("service", service().id.uuid), {{"shrnuti", "Pomáháme lidem bydlet."}});
    ASSERT_EQ(office.post(office.petr, own() + "/upravit", form).status, http::see_other);
    EXPECT_EQ(newest().state, "proposed");
    EXPECT_EQ(newest().round, 2);
    ASSERT_EQ(decide(decision()).status, http::see_other);
    EXPECT_EQ(service().summary, "Pomáháme lidem bydlet.");
    EXPECT_EQ(office.post(office.petr, own() + "/upravit", form).status, http::conflict) << "decided meanwhile";
}

TEST_F(Proposals, are_told_to_who_decides_and_back) {
    wish({{"shrnuti", "Pomáháme."}});
    auto told = page(office.eva, "/oznameni");
    EXPECT_THAT(told, AllOf(HasSubstr("Nový návrh poskytovatele: Kormidlo"), HasSubstr("<span>1</span>")));
    EXPECT_THAT(page(office.klara, "/oznameni"), HasSubstr("Nic nového nečeká.")) << "not her district";
    decide(decision());
    EXPECT_THAT(page(office.petr, "/oznameni"), HasSubstr("Kraj schválil návrh: Služba"));
}

TEST_F(Proposals, are_withdrawn_once_and_then_decided_by_nobody) {
    wish({{"shrnuti", "Pomáháme."}});
    auto values = decision();
    for (int click : {1, 2}) EXPECT_EQ(office.post(office.petr, own() + "/stahnout").status, http::see_other) << click;
    EXPECT_EQ(newest().state, "withdrawn");
    auto late = decide(values);
    EXPECT_EQ(late.status, http::conflict);
    EXPECT_THAT(late.body, HasSubstr("už je rozhodnuto, nebo ho poskytovatel změnil"));
    EXPECT_NE(service().summary, "Pomáháme.");
}

// feature J4
TEST_F(Proposals, show_both_values_where_the_record_changed_meanwhile) {
    wish({{"shrnuti", "Podle poskytovatele."}, {"jak_pozadat", "Zavolejte nám."}});
    auto shown_before = decision();
    auto form = form_of(record("service", service().id.uuid), {{"shrnuti", "Podle kraje."}});
    ASSERT_EQ(office.post(office.klara, std::string{"/sluzby/"} + here + "/upravit", form).status, http::forbidden);
    tick();
    ASSERT_EQ(office.post(office.eva, std::string{"/sluzby/"} + here + "/upravit", form).status, http::see_other);
    auto late = decide(shown_before);
    EXPECT_EQ(late.status, http::conflict);
    EXPECT_EQ(service().how_to_apply == "Zavolejte nám.", false) << "nothing is half done";
    EXPECT_THAT(late.body, AllOf(HasSubstr("Podívejte se znovu"), HasSubstr("kraje."), HasSubstr("poskytovatele.")));
    auto body = page(office.eva, desk());
    EXPECT_THAT(body, HasSubstr("Mezitím se údaj změnil."));
    ASSERT_EQ(decide(decision()).status, http::see_other);
    EXPECT_EQ(service().summary, "Podle poskytovatele.");
}

TEST_F(Proposals, lose_no_word_where_somebody_saved_while_the_provider_typed) {
    auto form =
        form_of(record("service", service().id.uuid), {{"shrnuti", "Podle poskytovatele."}, {"sdeleni", "Vzkaz."}});
    auto staff = form_of(record("service", service().id.uuid), {{"shrnuti", "Podle kraje."}});
    tick();
    ASSERT_EQ(office.post(office.eva, std::string{"/sluzby/"} + here + "/upravit", staff).status, http::see_other);
    auto conflict = office.post(office.petr, at(here), form);
    EXPECT_EQ(conflict.status, http::conflict);
    EXPECT_THAT(conflict.body,
                AllOf(HasSubstr("Podle poskytovatele."), HasSubstr("Podle kraje."), HasSubstr("Vzkaz.")));
}

TEST_F(Proposals, hold_at_once_in_fields_that_the_region_trusts) {
    trust({"service:doba"});
    EXPECT_THAT(page(office.petr, at(here)), HasSubstr("Bez schválení platí hned"));
    ASSERT_EQ(wish({{"doba", "Po 8.00–12.00"}}).status, http::see_other);
    EXPECT_EQ(newest().state, "approved");
    EXPECT_FALSE(newest().decided_by);
    EXPECT_EQ(outcome("doba"), "trusted");
    EXPECT_THAT(public_page(), HasSubstr("8.00"));
    ASSERT_EQ(wish({{"doba", "Út 8.00–12.00"}, {"shrnuti", "Pomáháme."}}).status, http::see_other);
    EXPECT_EQ(newest().state, "proposed");
    EXPECT_NE(service().summary, "Pomáháme.");
    EXPECT_EQ(decide(decision()).status, http::see_other);
    EXPECT_EQ(outcome("doba"), "trusted");
    EXPECT_EQ(service().summary, "Pomáháme.");
    // The region's own keeping of it.
    EXPECT_EQ(office.get(office.klara, "/sprava/navrhy/bez-schvaleni").status, http::forbidden);
    EXPECT_EQ(
        office.post(office.eva, "/sprava/navrhy/bez-schvaleni", {{"service", "kontakty"}, {"service", "neni"}}).status,
        http::see_other);
    EXPECT_EQ(asked([](db::Session& db) { return trusted_fields(db); }), TrustedFields{"service:kontakty"});
}

// feature A13
TEST_F(Proposals, say_that_the_data_are_right) {
    trust({"service:overeno"});
    ASSERT_EQ(wish({{"overeno", "ano"}}).status, http::see_other);
    EXPECT_EQ(service().verified_on, today());
    EXPECT_EQ(service().verified_by, "ředitel poskytovatele");
}

TEST_F(Proposals, concern_places_providers_and_premises_by_the_same_way) {
    join("fokus-semily");
    auto facility = place("Kormidlo – Český Dub");
    auto address = "/zarizeni/" + to_text(facility.id) + "/navrh";
    ASSERT_EQ(office.get(office.petr, address).status, http::ok);
    tick();
    ASSERT_EQ(
        office.post(office.petr, address, form_of(record("facility", facility.id.uuid), {{"cesta", "Vchod ze dvora."}}))
            .status,
        http::see_other);
    ASSERT_EQ(decide(decision()).status, http::see_other);
    EXPECT_EQ(place(facility.name).directions, "Vchod ze dvora.");

    auto kormidlo = provider("kormidlo");
    tick();
    ASSERT_EQ(office
                  .post(office.petr, "/poskytovatele/kormidlo/navrh",
                        form_of(record("provider", kormidlo.id.uuid), {{"popis", "Pomáháme od bytu po práci."}}))
                  .status,
              http::see_other);
    ASSERT_EQ(decide(decision()).status, http::see_other);
    EXPECT_EQ(provider("kormidlo").description, "Pomáháme od bytu po práci.");

    auto premises =
        asked([&](db::Session& db) { return premises_of(db, find_service_by_slug(db, theirs)->id, today()).at(0); });
    auto room = "/prostory/" + to_text(premises.id) + "/navrh";
    ASSERT_EQ(office.get(office.petr, room).status, http::ok);
    tick();
    ASSERT_EQ(office.post(office.petr, room, form_of(record("premises", premises.id.uuid), {{"plocha", "210"}})).status,
              http::see_other);
    ASSERT_EQ(decide(decision()).status, http::see_other);
    EXPECT_EQ(asked([&](db::Session& db) { return find_premises(db, premises.id)->area_m2; }), 210.0);
}

TEST_F(Proposals, ask_nothing_about_what_the_staff_write_down_for_themselves) {
    auto body = page(office.petr, "/poskytovatele/kormidlo/navrh");
    EXPECT_THAT(body, Not(HasSubstr("name=\"poznamka\"")));
    tick();
    auto form = form_of(record("provider", provider("kormidlo").id.uuid), {{"popis", "Nový."}});
    form.add("poznamka", "Podstrčená.");
    office.post(office.petr, "/poskytovatele/kormidlo/navrh", form);
    decide(decision());
    EXPECT_EQ(provider("kormidlo").description, "Nový.");
    EXPECT_NE(provider("kormidlo").note, "Podstrčená.");
}

TEST_F(Proposals, of_a_new_service_make_it_once_approved) {
    auto kormidlo = provider("kormidlo");
    Sheet typed{{"druh", "DruhSocialniSluzby/33"}, {"nazev", "Kormidlo pro mladé"}, {"shrnuti", "Pomoc mladým."}};
    tick();
    ASSERT_EQ(office
                  .post(office.petr, "/poskytovatele/kormidlo/nova-sluzba",
                        form_of(record("new_service", kormidlo.id.uuid), typed))
                  .status,
              http::see_other);
    EXPECT_THAT(page(office.stranger, "/sluzby?q=mladé"), Not(HasSubstr("Kormidlo pro mladé")));
    EXPECT_EQ(office.get(office.klara, desk()).status, http::not_found) << "new ones are for planners";
    ASSERT_EQ(decide(decision({{"nazev", "Kormidlo mladým"}})).status, http::see_other);
    auto made = asked([&](db::Session& db) { return *find_service(db, Id<Service>{newest().record_id->uuid}); });
    EXPECT_EQ(made.name, "Kormidlo mladým");
    EXPECT_EQ(made.provider_id, kormidlo.id);
    EXPECT_THAT(page(office.petr, own()), HasSubstr("/sluzby/" + made.slug));
    EXPECT_EQ(decide(decision()).status, http::conflict) << "the second click makes no second one";
}

TEST_F(Proposals, keep_nothing_that_leads_to_a_place_that_became_secret) {
    auto facility = place("Kormidlo – Český Dub");
    auto address = "/zarizeni/" + to_text(facility.id) + "/navrh";
    tick();
    office.post(office.petr, address,
                form_of(record("facility", facility.id.uuid), {{"ulice", "Tajná 7"}, {"pristupnost", "Výtah."}}));
    tick();
    auto staff = record("facility", facility.id.uuid);
    ASSERT_EQ(
        office.post(office.eva, "/sprava/zarizeni/" + to_text(facility.id), form_of(staff, {{"tajne", "ano"}})).status,
        http::see_other);
    EXPECT_EQ(outcome("ulice"), "forgotten");
    EXPECT_EQ(asked([](db::Session& db) {
                  return db.one<std::int64_t>("SELECT count(*) FROM proposal_fields WHERE new_value = 'Tajná 7'"
                                              " OR old_value = 'Zkušební 37'");
              }),
              0);
    auto body = page(office.eva, desk());
    EXPECT_THAT(body, AllOf(HasSubstr("Obsah je smazaný"), Not(HasSubstr("Tajná 7"))));
    EXPECT_EQ(decide(decision()).status, http::see_other);
    // A wish to hide it does not carry the address along.
    auto other = place("Kormidlo – Liberec");
    tick();
    ASSERT_EQ(office
                  .post(office.petr, "/zarizeni/" + to_text(other.id) + "/navrh",
                        form_of(record("facility", other.id.uuid), {{"tajne", "ano"}, {"ulice", "Tajná 8"}}))
                  .status,
              http::see_other);
    EXPECT_EQ(fields(newest()).size(), 1);
}

TEST_F(Proposals, want_something_to_differ_and_to_be_understood) {
    auto nothing = wish({});
    EXPECT_EQ(nothing.status, http::unprocessable);
    EXPECT_THAT(nothing.body, HasSubstr("Nic jste nezměnili."));
    auto wrong = wish({{"kontakty", "to není kontakt"}, {"sdeleni", "Vzkaz zůstane."}});
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_THAT(wrong.body, AllOf(HasSubstr("to není kontakt"), HasSubstr("Vzkaz zůstane.")));
    EXPECT_EQ(asked([](db::Session& db) { return db.one<std::int64_t>("SELECT count(*) FROM proposals"); }), 0);
}

TEST_F(Proposals, show_texts_of_others_as_texts) {
    wish({{"shrnuti", "<script>alert(1)</script> & spol."}});
    for (auto& body : {page(office.eva, desk()), page(office.petr, own())})
        EXPECT_THAT(body, AllOf(Not(HasSubstr("<script>alert")), HasSubstr("&lt;script&gt;")));
}

TEST_F(Proposals, are_listed_filtered_ordered_paged_and_taken_home) {
    for (int n = 0; n < 21; ++n) wish({{"shrnuti", "Text číslo " + std::to_string(n)}});
    wish({{"shrnuti", "=1+1"}}, "kormidlo-cdz");
    auto first = page(office.eva, "/sprava/navrhy");
    EXPECT_THAT(first, AllOf(HasSubstr("22 návrhů"), HasSubstr("strana=2"), HasSubstr("<span>22</span>")));
    EXPECT_THAT(page(office.eva, "/sprava/navrhy?strana=2"), HasSubstr("Centrum duševního zdraví"));
    EXPECT_THAT(page(office.eva, "/sprava/navrhy?stav=returned"), HasSubstr("Takový návrh tu není."));
    EXPECT_THAT(page(office.eva, "/sprava/navrhy?druh=facility"), HasSubstr("Takový návrh tu není."));
    EXPECT_THAT(page(office.eva, "/sprava/navrhy?poskytovatel=kormidlo&razeni=nejnovejsi"), HasSubstr("22 návrhů"));
    auto csv = page(office.eva, "/sprava/navrhy.csv?razeni=nejnovejsi");
    EXPECT_THAT(csv, AllOf(HasSubstr("podano,poskytovatel"), HasSubstr("Kormidlo")));
    EXPECT_THAT(page(office.petr, "/navrhy.csv"), HasSubstr("čeká na kraj"));
    EXPECT_EQ(office.get(office.petr, "/sprava/navrhy").status, http::forbidden);
    EXPECT_EQ(office.get(office.eva, "/navrhy").status, http::forbidden);
}

TEST_F(Proposals, begin_at_the_overview_of_the_own_services) {
    done([&](auto& author) { return report_mistake(author, service(), "Telefon už neplatí.", "jana@example.cz"); });
    auto body = page(office.petr, "/prehled");
    EXPECT_THAT(body, AllOf(HasSubstr(std::string{"/sluzby/"} + here + "/navrh"), HasSubstr("Telefon už neplatí."),
                            HasSubstr("1 hlášení chyby"), HasSubstr("Kormidlo – Český Dub")));
    EXPECT_THAT(body, ContainsRegex("Kormidlo – Liberec, [^<]+, Liberec<"))
        << "of several places with one name each says where it is";
    EXPECT_THAT(body, AllOf(Not(HasSubstr("jana@example.cz")), Not(HasSubstr("fokus-semily-std"))));
    EXPECT_THAT(office.get(office.petr, "/prehled", "application/json").body, Not(HasSubstr("jana@example.cz")));
    EXPECT_THAT(page(office.petr, std::string{"/sluzby/"} + here), HasSubstr("/navrh\""));
    EXPECT_THAT(page(office.petr, std::string{"/sluzby/"} + theirs), Not(HasSubstr("/navrh\"")));
}

TEST_F(Proposals, end_with_the_bond_that_an_administrator_or_planner_made) {
    auto list = office.get(office.adam, "/sprava/zapojeni");
    EXPECT_THAT(list.body, AllOf(HasSubstr("Kormidlo"), HasSubstr("Vedlejší poskytovatel"), HasSubstr("1 člověk")));
    EXPECT_EQ(office.get(office.klara, "/sprava/zapojeni").status, http::forbidden);
    http::Values pair{{"organizace", to_text(*office.petr.organisation_id)},
                      {"poskytovatel", to_text(provider("kotva").id)}};
    for (int click : {1, 2})
        EXPECT_EQ(office.post(office.eva, "/sprava/zapojeni", pair).status, http::see_other) << click;
    EXPECT_EQ(office.get(office.petr, at("kotva-nocleh")).status, http::ok);
    auto bond = asked([&](db::Session& db) {
        return db.one<Representation>("SELECT * FROM provider_representations WHERE provider_id = $1",
                                      provider("kotva").id);
    });
    for (int click : {1, 2})
        EXPECT_EQ(office.post(office.adam, "/sprava/zapojeni/" + to_text(bond.id) + "/konec").status, http::see_other)
            << click;
    EXPECT_EQ(office.get(office.petr, at("kotva-nocleh")).status, http::not_found);
    EXPECT_THAT(page(office.eva, "/sprava/zapojeni?stav=skoncila"), HasSubstr("skončilo"));
    EXPECT_THAT(page(office.eva, "/sprava/zapojeni.csv"), HasSubstr("Kormidlo"));
    // The region is no provider.
    http::Values region{{"organizace", to_text(office.region)}, {"poskytovatel", to_text(provider("kotva").id)}};
    EXPECT_EQ(office.post(office.eva, "/sprava/zapojeni", region).status, http::unprocessable);
}

TEST_F(Proposals, are_offered_to_organisations_with_the_providers_ico) {
    asked([&](db::Session&) { return 0; });
    done([&](auto& author) {
        return author.work.run("UPDATE organisations SET ico = '99000041' WHERE kind = 'provider'");    // Lampa
    });
    EXPECT_THAT(page(office.eva, "/sprava/zapojeni"), HasSubstr("mají stejné IČO 99000041"));
}

TEST(WordDifference, marks_what_goes_and_what_comes) {
    auto text = [](std::string_view before, std::string_view after) {
        std::string whole;
        for (auto& piece : word_difference(before, after))
            whole += (piece.kind == Piece::gone ? "-" : piece.kind == Piece::come ? "+" : "=") + piece.text + "|";
        return whole;
    };
    EXPECT_EQ(text("Po 8–12 h", "Po 9–12 h"), "=Po|-8–12|+9–12|=h|");
    EXPECT_EQ(text("", "nové slovo"), "+nové slovo|");
    EXPECT_EQ(text("staré slovo", ""), "-staré slovo|");
    EXPECT_EQ(text("stejné", "stejné"), "=stejné|");
    EXPECT_EQ(text("a\nb", "a\nc"), "=a|=\n|-b|+c|");
    EXPECT_EQ(text("", ""), "");
    std::string long_before, long_after;
    for (int n = 0; n < 5000; ++n) long_before += std::to_string(n) + " ", long_after += std::to_string(-n) + "x ";
    EXPECT_LT(word_difference(long_before, long_after).size(), 4u);
}
