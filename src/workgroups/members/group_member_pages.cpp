// Lists members and contacts.
#include "workgroups/members/group_member_pages.hpp"

#include "platform/base/parts.hpp"

namespace workgroups {

namespace {

std::string name_of(const std::vector<NamedMember>& all, const std::optional<Id<GroupMember>>& id) {
    if (!id) return {};
    for (auto& one : all)
        if (one.member.id == *id) return one.person_name;
    return {};
}

GroupMemberLine line_of(const NamedMember& one, const std::vector<NamedMember>& all, const i18n::Texts& texts,
                        Date today) {
    auto& member = one.member;
    GroupMemberLine line{to_text(member.id), one.person_name, texts.text("member.role." + member.role),
                         texts.text("member.side." + member.side), one.organisation.value_or("")};
    auto from = to_czech(member.valid_from);
    line.time = member.valid_to ? texts.text("member.from_to", {from, last_day(member.valid_to)})
                                : texts.text("member.from", {from});
    line.stands_in_for = name_of(all, member.stands_in_for_id), line.end_reason = member.end_reason.value_or("");
    line.former = member.valid_to && *member.valid_to <= today, line.to_come = member.valid_from > today;
    return line;
}

struct MemberContact {
    Id<PlanningPerson> planner_id{};
    std::optional<std::string> email{}, phone{};
    static void each_field(auto& contact, auto& visit) {
        visit("planner_id", contact.planner_id), visit("email", contact.email), visit("phone", contact.phone);
    }
};

// Of an account the e-mail by which one signs in, where no other is kept.
std::vector<MemberContact> contacts_in(db::Session& db, Id<WorkingGroup> group) {
    return db.all<MemberContact>(
        "SELECT DISTINCT planning_people.id AS planner_id, coalesce(planning_contacts.email, people.email) AS email,"
        " phone FROM group_members JOIN planning_people ON planning_people.id = group_members.planner_id"
        " LEFT JOIN planning_contacts ON planning_contacts.planner_id = planning_people.id"
        " LEFT JOIN people ON people.id = account_id WHERE group_id = $1",
        group);
}

std::vector<ContactLine> contact_lines(db::Session& db, const WorkingGroup& group, const i18n::Texts& texts, Date day) {
    auto contacts = contacts_in(db, group.id);
    std::vector<ContactLine> lines;
    for (auto& one : members_on(db, group.id, day)) {
        ContactLine line{one.person_name, texts.text("member.role." + one.member.role),
                         texts.text("member.side." + one.member.side), one.organisation.value_or("")};
        auto contact = std::ranges::find(contacts, one.member.planner_id, &MemberContact::planner_id);
        if (contact != contacts.end()) {
            line.email = contact->email.value_or(""), line.phone = contact->phone.value_or("");
            for (auto letter : line.phone)
                if (letter != ' ') line.phone_link += letter;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}

std::optional<Id<User>> account_to_link(db::Session& db, Id<PlanningPerson> planner) {
    return db.maybe<Id<User>>(
        "SELECT people.id FROM planning_people"
        " JOIN planning_contacts ON planning_contacts.planner_id = planning_people.id"
        " JOIN people ON people.email = lower(planning_contacts.email)"
        " WHERE planning_people.id = $1 AND account_id IS NULL AND disabled_at IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM planning_people AS others WHERE others.account_id = people.id)",
        planner);
}

http::PageHead GroupMembersPage::head(const i18n::Texts& texts) const {
    return {.title = group.name + " – " + texts.text("member.list"), .section = "/skupiny", .staff = true};
}

http::PageHead GroupContactsPage::head(const i18n::Texts& texts) const {
    return {.title = group.name + " – " + texts.text("member.contacts"), .section = "/skupiny", .staff = true};
}

std::string GroupContactsPage::all_emails() const {
    std::vector<std::string> emails;
    for (auto& line : lines) emails.push_back(line.email);
    return text::joined(emails, ",");
}

http::Response list_group_members(const http::Request& request, Permit<may::KeepMembers> permit) {
    auto& view = permit.about();
    auto& texts = *request.texts;
    GroupMembersPage page{view.group};
    auto all = members_of(permit.db(), view.group.id);
    for (auto& one : all) {
        auto line = line_of(one, all, texts, permit.today());
        line.has_account = !line.former && account_to_link(permit.db(), one.member.planner_id);
        (line.former ? page.former : page.sitting).push_back(std::move(line));
    }
    page.balance = {balance_of(members_on(permit.db(), view.group.id, permit.today()))};
    page.keeps = view.kept_by(permit.user());
    auto done = request.asked.first("hotovo");
    for (auto known : {"pridan", "ulozen", "ukoncen"})
        if (done == known) page.done = texts.text(std::string{"member.done."} + known);
    return respond(request, page);
}

http::Response show_contacts(const http::Request& request, Permit<may::ReadContacts> permit) {
    auto& group = permit.about().group;
    GroupContactsPage page{group, permit.today(), contact_lines(permit.db(), group, *request.texts, permit.today())};
    return respond(request, page);
}

http::Response export_contacts(const http::Request& request, Permit<may::ReadContacts> permit) {
    auto& texts = *request.texts;
    auto& group = permit.about().group;
    using enum documents::Kind;
    documents::Table table{group.name + " – " + texts.text("member.contacts"),
                           texts.language(),
                           request.now,
                           {{"jmeno", texts.text("member.name"), text, 26},
                            {"role", texts.text("member.role"), text, 16},
                            {"strana", texts.text("member.side"), text, 16},
                            {"organizace", texts.text("member.organisation"), text, 34},
                            {"email", texts.text("member.email"), text, 30},
                            {"telefon", texts.text("member.phone"), text, 18}}};
    table.next = [lines = contact_lines(permit.db(), group, texts, permit.today()),
                  n = std::size_t{}](documents::Row& row) mutable {
        if (n == lines.size()) return false;
        auto& line = lines[n++];
        for (auto text : {&line.name, &line.role, &line.side, &line.organisation, &line.email, &line.phone})
            row.push_back(documents::cell(*text));
        return true;
    };
    return documents::table_answer(request, std::move(table), "kontakty-" + group.slug);
}

}
