// The sheets of a mandate: a new one, what it says, its end.
#include "platform/auth/people.hpp"
#include "platform/history/acting.hpp"
#include "platform/mail/mail.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "workgroups/groups/group_list.hpp"
#include "workgroups/invitations/invitation.hpp"
#include "workgroups/members/group_member_pages.hpp"
#include "workgroups/sheet_checks.hpp"

namespace workgroups {

namespace {

using sheets::Control;
using sheets::Sheet;
using sheets::SheetPage;
using sheets::SheetParts;
using sheets::value_in;

constexpr std::size_t longest_phone = 40;

// A mandate with its person and contact; a new one has none of them yet.
struct EditedMember {
    GroupMember member{};
    PlanningPerson person{};
    PlanningContact contact{};
    std::string account{};    // e-mail by which its person signs in
    bool is_new = true;

    std::int64_t version() const { return member.kept.version + person.kept.version + contact.kept.version; }
    static EditedMember read(db::Session& db, const GroupMember& member) {
        EditedMember edited{member, *find_planner(db, member.planner_id)};
        edited.is_new = false;
        if (auto contact = contact_of(db, edited.person.id)) edited.contact = *contact;
        else edited.contact.kept.version = 0;
        if (edited.person.account_id)
            edited.account =
                db.maybe<std::string>("SELECT email FROM people WHERE id = $1", *edited.person.account_id).value_or("");
        return edited;
    }
};

std::string members_at(const WorkingGroup& group) { return "/skupiny/" + group.slug + "/clenove"; }

GroupMember member_asked(const http::Request& request, db::Session& db, const WorkingGroup& group) {
    auto member = find_member(db, request.id<GroupMember>("clen"));
    if (!member || member->group_id != group.id) throw NotFound{};
    return *member;
}

template <std::size_t count>
std::vector<html::Choice> choices_of(const char* const (&codes)[count], const char* family, const i18n::Texts& texts) {
    std::vector<html::Choice> choices;
    for (auto code : codes) choices.push_back({code, texts.text(std::string{family} + code)});
    return choices;
}

std::vector<html::Choice> whom_to_stand_in_for(db::Session& db, const GroupMember& itself, const i18n::Texts& texts,
                                               Date today) {
    std::vector<html::Choice> choices{{"", texts.text("member.stands_in_for.nobody")}};
    for (auto& one : members_of(db, itself.group_id)) {
        bool held = itself.stands_in_for_id == one.member.id;
        bool sits = !one.member.valid_to || *one.member.valid_to > today;
        if (one.member.id != itself.id && (held || (sits && !one.member.stands_in_for_id)))
            choices.push_back({to_text(one.member.id), one.person_name});
    }
    return choices;
}

SheetParts parts_of(db::Session& db, const EditedMember& edited, const i18n::Texts& texts, Date today) {
    return {{"member.part.who",
             {{"jmeno", "member.name", Control::line, "member.name.hint"},
              {"organizace", "member.organisation"},
              {"ucet", "member.account", Control::line, "member.account.hint"}}},
            {"member.part.mandate",
             {{"role", "member.role", Control::one_of, "", false, choices_of(member_roles, "member.role.", texts)},
              {"strana", "member.side", Control::one_of, "member.side.hint", false,
               choices_of(triad_sides, "member.side.", texts)},
              {"od", "member.valid_from", Control::line, "", false},
              {"do", "member.valid_to", Control::line, "member.valid_to.hint"},
              {"nahrazuje", "member.stands_in_for", Control::one_of, "member.stands_in_for.hint", true,
               whom_to_stand_in_for(db, edited.member, texts, today)}}},
            {"member.part.contact",
             {{"email", "member.email", Control::line, "member.contact.hint"}, {"telefon", "member.phone"}}}};
}

Sheet sheet_of(const EditedMember& edited) {
    auto& member = edited.member;
    return {{"jmeno", edited.person.name},
            {"organizace", edited.person.organisation.value_or("")},
            {"ucet", edited.account},
            {"role", member.role},
            {"strana", member.side},
            {"od", edited.is_new ? "" : day_in_form(member.valid_from)},
            {"do", last_day_in_form(member.valid_to)},
            {"nahrazuje", member.stands_in_for_id ? to_text(*member.stands_in_for_id) : ""},
            {"email", edited.contact.email.value_or("")},
            {"telefon", edited.contact.phone.value_or("")}};
}

SheetPage member_page(const http::Request& request, db::Session& db, const WorkingGroup& group,
                      const EditedMember& edited) {
    auto& texts = *request.texts;
    auto at = members_at(group) + "/" + (edited.is_new ? "novy" : to_text(edited.member.id));
    SheetPage page{edited.is_new ? group.name : edited.person.name,
                   edited.is_new ? "member.new" : "member.edit.title",
                   at,
                   members_at(group),
                   parts_of(db, edited, texts, request.today()),
                   sheet_of(edited)};
    page.form_token = request.form_token;
    if (edited.is_new) return page;
    page.before = page.sheet, page.version = edited.version();
    page.links = {{texts.text("member.list"), members_at(group)}, {texts.text("member.end"), at + "/konec"}};
    return page;
}

// What the sheet means, where nothing is wrong with it.
struct ReadMember {
    EditedMember edited;
    std::optional<auth::Person> account{};
};

void check_choices(SheetPage& page) {
    for (auto& part : page.parts)
        for (auto& field : part.fields)
            if (field.control == Control::one_of && std::ranges::find(field.choices, value_in(page.sheet, field.name),
                                                                      &html::Choice::value) == field.choices.end())
                page.problems.push_back({field.name, "edit.choice.unknown"});
}

ReadMember read_member(SheetPage& page, db::Session& db, EditedMember edited) {
    auto& sheet = page.sheet;
    auto wrong = [&](const char* field, const char* text) { page.problems.push_back({field, text}); };
    check_lines(page), check_choices(page);
    ReadMember read{std::move(edited)};
    auto& [member, person, contact, account, is_new] = read.edited;
    if (!sheet["ucet"].empty()) {
        read.account = auth::person_by_email(db, sheet["ucet"]);
        if (!read.account) wrong("ucet", "member.account.unknown");
    }
    if (sheet["jmeno"].empty() && sheet["ucet"].empty()) wrong("jmeno", "member.name.missing");
    auto from = parse_date(sheet["od"]), last = parse_date(sheet["do"]);
    if (sheet["od"].empty()) wrong("od", "member.valid_from.missing");
    else if (!from) wrong("od", "form.date.unreadable");
    if (!sheet["do"].empty() && !last) wrong("do", "form.date.unreadable");
    if (from && last && *last < *from) wrong("do", "member.valid_to.early");
    if (!sheet["email"].empty() && !mail::is_address(sheet["email"])) wrong("email", "member.email.wrong");
    if (sheet["telefon"].size() > longest_phone) wrong("telefon", "planning.phone_long");
    person.name = read.account ? read.account->name : sheet["jmeno"];
    person.organisation = sheets::text_or_nothing(sheet["organizace"]);
    member.role = sheet["role"], member.side = sheet["strana"];
    member.valid_from = from.value_or(Date{}), member.valid_to = day_after(sheet["do"]);
    member.stands_in_for_id = Id<GroupMember>::parse(sheet["nahrazuje"]);
    contact.email = sheets::text_or_nothing(sheet["email"]), contact.phone = sheets::text_or_nothing(sheet["telefon"]);
    return read;
}

// Groups whose people somebody may know of: kept or led by them.
std::vector<Id<WorkingGroup>> own_groups(const http::Request& request, db::Session& db) {
    auto& user = *request.user;
    auto own = db.all<Id<WorkingGroup>>("SELECT group_id FROM group_members JOIN planning_people"
                                        " ON planning_people.id = planner_id WHERE account_id = $1"
                                        " AND role IN ('chair', 'deputy', 'secretary') AND valid_from <= $2"
                                        " AND (valid_to IS NULL OR valid_to > $2)",
                                        user.id, request.today());
    for (auto& group : groups_kept_by(db, user, GroupWords::read(db, *request.texts, request.today())))
        own.push_back(group.id);
    return own;
}

// Whom a new mandate is for: an account, a person whom whoever asks knows from their groups, or somebody new.
std::optional<PlanningPerson> known_person(const http::Request& request, db::Session& db, const ReadMember& read) {
    if (read.account) return planner_of_account(db, read.account->id);
    return planner_called(db, read.edited.person.name, read.edited.person.organisation, own_groups(request, db));
}

// An account says where somebody works, unless something else was typed.  Of users nothing is filled in: it could tell
// whose service they use.
void fill_in_organisation(db::Session& db, ReadMember& read, const std::optional<PlanningPerson>& known) {
    auto& person = read.edited.person;
    bool is_known = person.organisation || (known && known->organisation);
    if (read.account && !is_known && read.edited.member.side != "user")
        person.organisation =
            db.maybe<std::string>("SELECT name FROM organisations WHERE id = $1", read.account->kept.organisation_id);
}

void say_in_the_way(SheetPage& page, const GroupMember& other, const i18n::Texts& texts) {
    page.problems.push_back({"jmeno", "member.twice"});
    auto from = to_czech(other.valid_from);
    auto time = other.valid_to ? texts.text("member.from_to", {from, last_day(other.valid_to)})
                               : texts.text("member.from", {from});
    page.notes.push_back({html::Note::bad, texts.text("member.twice.when", {time}), texts.text("member.twice.advice")});
}

// Nobody is linked unless the keeper saves it: two people may share one e-mail.
void offer_account(SheetPage& page, db::Session& db, const EditedMember& edited, const i18n::Texts& texts) {
    auto account = account_to_link(db, edited.person.id);
    if (!account) return;
    auto name = db.maybe<std::string>("SELECT name FROM people WHERE id = $1", *account).value_or("");
    page.sheet["ucet"] = edited.contact.email.value_or("");
    page.notes.push_back(
        {html::Note::info, texts.text("member.account.offer", {name}), texts.text("member.account.offer.how")});
}

}

http::Response show_new_member(const http::Request& request, Permit<may::KeepMembers> permit) {
    auto& group = permit.about().group;
    EditedMember nobody;
    nobody.member.group_id = group.id;
    auto page = member_page(request, permit.db(), group, nobody);
    page.sheet["od"] = day_in_form(permit.today());
    return sheets::show_sheet(request, permit.db(), std::move(page));
}

http::Response new_member(const http::Request& request, Permit<may::KeepMembers> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    EditedMember nobody;
    nobody.member.group_id = group.id;
    auto page = member_page(request, db, group, nobody);
    page.sheet = sheets::typed_sheet(request.values, page.parts);
    auto read = read_member(page, db, nobody);
    auto& edited = read.edited;
    auto known = page.problems.empty() ? known_person(request, db, read) : std::nullopt;
    if (known) {
        edited.member.planner_id = known->id;
        if (auto other = in_the_way(db, edited.member)) say_in_the_way(page, *other, *request.texts);
    }
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    fill_in_organisation(db, read, known);
    auto author = history::author_of(permit);
    if (known) {
        auto after = *known;
        if (edited.person.organisation) after.organisation = edited.person.organisation;
        change(author, *known, after);
    } else {
        if (read.account) edited.person.account_id = read.account->id;
        edited.member.planner_id = add(author, edited.person);
    }
    if (edited.contact.email || edited.contact.phone)
        keep_contact(author, edited.member.planner_id, edited.contact.email, edited.contact.phone);
    add(author, edited.member);
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.member_added", group.id.uuid);
    return http::redirect(members_at(group), "?hotovo=pridan");
}

http::Response show_group_member(const http::Request& request, Permit<may::KeepMembers> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    auto edited = EditedMember::read(db, member_asked(request, db, group));
    auto page = member_page(request, db, group, edited);
    if (request.asked.first("ucet") == "propojit") offer_account(page, db, edited, *request.texts);
    return sheets::show_sheet(request, db, std::move(page));
}

http::Response edit_group_member(const http::Request& request, Permit<may::KeepMembers> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    auto before = EditedMember::read(db, member_asked(request, db, group));
    auto page = member_page(request, db, group, before);
    if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    auto read = read_member(page, db, before);
    auto& edited = read.edited;
    if (read.account) {
        auto owner = planner_of_account(db, read.account->id);
        if (owner && owner->id != before.person.id) page.problems.push_back({"ucet", "member.account.taken"});
        edited.person.account_id = read.account->id;
    } else if (page.sheet["ucet"].empty()) edited.person.account_id = {};
    if (auto other = in_the_way(db, edited.member)) say_in_the_way(page, *other, *request.texts);
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    auto author = history::author_of(permit);
    change(author, before.person, edited.person), change(author, before.member, edited.member);
    keep_contact(author, edited.person.id, edited.contact.email, edited.contact.phone);
    tell_former_members(author, permit.about(), LetterGround::of(request));
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.member_saved", group.id.uuid);
    return http::redirect(members_at(group), "?hotovo=ulozen");
}

// --- its end ---------------------------------------------------------------------------------------------------------

namespace {

SheetPage end_page(const http::Request& request, db::Session& db, const WorkingGroup& group,
                   const GroupMember& member) {
    auto at = members_at(group) + "/" + to_text(member.id);
    SheetPage page{find_planner(db, member.planner_id)->name,
                   "member.end.title",
                   at + "/konec",
                   members_at(group),
                   {{"member.part.end",
                     {{"do", "member.last_day", Control::line, "member.last_day.hint", false},
                      {"duvod", "member.end_reason", Control::area, "member.end_reason.hint"}}}},
                   {{"do", member.valid_to ? last_day_in_form(member.valid_to) : day_in_form(request.today())},
                    {"duvod", member.end_reason.value_or("")}}};
    page.before = page.sheet, page.version = member.kept.version, page.form_token = request.form_token;
    page.save = "member.end.do";
    return page;
}

}

http::Response show_member_end(const http::Request& request, Permit<may::KeepMembers> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    return sheets::show_sheet(request, db, end_page(request, db, group, member_asked(request, db, group)));
}

http::Response end_member(const http::Request& request, Permit<may::KeepMembers> permit) {
    auto& db = permit.db();
    auto& group = permit.about().group;
    auto member = member_asked(request, db, group);
    auto page = end_page(request, db, group, member);
    if (auto conflict = sheets::saved_meanwhile(request, page)) return *conflict;
    auto last = parse_date(page.sheet["do"]);
    if (!last)
        page.problems.push_back({"do", page.sheet["do"].empty() ? "member.last_day.missing" : "form.date.unreadable"});
    else if (*last < member.valid_from) page.problems.push_back({"do", "member.valid_to.early"});
    check_lines(page);
    if (last) {
        auto ended = member;
        ended.valid_to = *last + std::chrono::days{1};
        if (auto other = in_the_way(db, ended)) page.problems.push_back({"do", "member.twice"});
    }
    if (!page.problems.empty()) return sheets::sheet_again(request, std::move(page));
    end_mandate(history::author_of(permit), member, *last + std::chrono::days{1},
                sheets::text_or_nothing(page.sheet["duvod"]));
    tell_former_members(history::author_of(permit), permit.about(), LetterGround::of(request));
    sheets::sheet_saved(request, permit);
    audit::note_done(permit, "workgroups.member_ended", group.id.uuid);
    return http::redirect(members_at(group), "?hotovo=ukoncen");
}

}
