// Puts a page into its frame.
#include "platform/http/respond.hpp"
#include "platform/http/surroundings.hpp"

namespace http {

namespace {

// Nothing where nothing waits: a nought beside each entry would only be noise.
std::optional<std::int64_t> waiting(const RailItem& item, const User& user, db::Database* database) {
    if (!item.waiting || !database) return {};
    auto count = item.waiting(*database->read(), user);
    return count > 0 ? std::optional{count} : std::nullopt;
}

bool shown(const RailItem& item, const User& user, db::Database* database, Date today) {
    return item.shown_to(user) || (item.also_to && database && item.also_to(*database->read(), user, today));
}

}

std::vector<html::MenuGroup> Surroundings::rail_of(const User& user, db::Database* database, Date today) const {
    std::vector<html::MenuGroup> groups;
    for (auto& item : rail) {
        if (!shown(item, user, database, today)) continue;
        auto group = std::ranges::find(groups, item.group, &html::MenuGroup::label);
        if (group == groups.end()) groups.push_back({item.group, {}}), group = groups.end() - 1;
        group->items.push_back({item.href, item.label, waiting(item, user, database)});
    }
    return groups;
}

namespace {

struct Written {
    const std::function<void(html::Out&)>& page;
    bool wide;
    void write(html::Out& out) const { page(out); }
};

}

std::string in_frame(const Request& request, const PageHead& head, const std::function<void(html::Out&)>& write_page) {
    static const Surroundings bare;
    auto found = request.shelf ? request.shelf->find<const Surroundings>() : nullptr;
    auto& around = found ? *found : bare;
    auto& user = *request.user;
    html::Out out{*request.texts, around.assets};
    Written body{write_page, head.wide};
    auto fill = [&](html::Frame& frame) {
        frame.title = head.title;
        frame.description = head.description;
        frame.region = request.facts->region_name;
        frame.menu = around.menu;
        frame.current = head.section;
        frame.address = request.here();
        frame.csrf = request.form_token;
        frame.user = user.name;
        frame.look = request.theme == "light"  ? html::Look::light
                     : request.theme == "dark" ? html::Look::dark
                                               : html::Look::as_system;
        frame.wide = head.wide;
        frame.again_seconds = head.again_seconds;
    };
    if (head.staff && user.signed_in()) {
        html::StaffFrame frame{{html::Part{body}, {}, {}, {}}};
        fill(frame);
        frame.rail =
            around.rail_of(user, request.shelf ? request.shelf->find<db::Database>() : nullptr, request.today());
        frame.write(out);
    } else {
        html::PublicFrame frame{{html::Part{body}, {}, {}, {}}};
        fill(frame);
        frame.write(out);
    }
    return out.html();
}

}
