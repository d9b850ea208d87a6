#include "gis_io/write/cases/answer_cases.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "core/grid/parallel.hpp"
#include "gis_io/write/vectors/json_text.hpp"

namespace sise {
namespace {

std::string json_string(std::string_view text) {
  std::string json;
  append_json(json, text);
  return json;
}

std::string number(std::optional<double> value) {
  if (!value) return "null";
  std::string json;
  append_json(json, *value);
  return json;
}

/// "key": value, joined by commas.
class Members {
 public:
  void add(std::string_view key, std::string_view json) {
    if (!text_.empty()) text_ += ", ";
    text_ += json_string(key);
    text_ += ": ";
    text_ += json;
  }
  [[nodiscard]] std::string object() const { return "{" + text_ + "}"; }

 private:
  std::string text_;
};

void add_reason(Members& members, const std::optional<Reason>& reason) {
  if (!reason) return;
  members.add("reason", json_string(reason->code));
  members.add("reason_text", json_string(reason->text.en));
  members.add("reason_text_zh", json_string(reason->text.zh));
}

std::string point_json(const PointAnswer& point) {
  Members members;
  for (const auto& [name, value] : point.values) members.add(name, number(value));
  add_reason(members, point.reason);
  return members.object();
}

template <class Items, class ToJson>
std::string array_json(const Items& items, const ToJson& to_json) {
  std::string text = "[";
  for (const auto& item : items) {
    if (text.size() > 1) text += ", ";
    text += to_json(item);
  }
  return text + "]";
}

std::string derived_json(const std::vector<std::pair<std::string, double>>& derived) {
  Members members;
  for (const auto& [name, value] : derived) members.add(name, number(value));
  return members.object();
}

/// The options as they were taken, defaults filled in: a distance without its curve is no answer.
std::string options_json(const EvalCase& asked) {
  Members members;
  for (const ModelParameter& p : asked.model->descriptor.parameters) {
    if (p.group != ParameterGroup::options || !asked.input.settings.has(p.name)) continue;
    const std::optional<double> stated = asked.input.settings.optional_number(p.name);
    members.add(p.name, stated ? number(*stated) : json_string(asked.input.settings.text(p.name)));
  }
  return members.object();
}

Members begin_answer(const EvalCase& asked, const std::string& values) {
  Members members;
  members.add("id", asked.id_json);
  members.add("model", json_string(asked.model_id));
  members.add("values", values);
  return members;
}

std::string points_json(const EvalCase& asked, const ModelAnswer& answer) {
  Members members = begin_answer(asked, array_json(answer.points, point_json));
  members.add("derived", derived_json(answer.derived));
  members.add("options", options_json(asked));
  members.add("warnings", array_json(answer.warnings, json_string));
  return members.object();
}

void add_distance(Members& members, const FindAnswer& answer) {
  members.add("distance_m", number(answer.distance_m));
  add_reason(members, answer.reason);
}

/// The one answer stands in `values` like that of a point, and again beside it for scripts that want the number.
std::string found_json(const EvalCase& asked, const FindAnswer& answer) {
  Members found;
  add_distance(found, answer);
  Members members = begin_answer(asked, "[" + found.object() + "]");
  add_distance(members, answer);
  members.add("derived", derived_json(answer.derived));
  members.add("options", options_json(asked));
  members.add("warnings", array_json(answer.warnings, json_string));
  return members.object();
}

std::string error_json(const EvalCase& asked, const std::vector<Diagnostic>& problems) {
  std::string en;
  std::string zh;
  for (Diagnostic problem : problems) {
    // Answers may not depend on the folder from which somebody named the file.
    problem.where.file = std::filesystem::path(problem.where.file).filename().string();
    if (!en.empty()) {
      en += "\n";
      zh += "\n";
    }
    en += render(problem, Language::en);
    zh += render(problem, Language::zh);
  }
  Members error;
  error.add("code", json_string(problems.front().code));
  error.add("message", json_string(en));
  error.add("message_zh", json_string(zh));
  Members members;
  members.add("id", asked.id_json);
  members.add("error", error.object());
  return members.object();
}

std::string answer_of(const EvalCase& asked) {
  if (asked.find) return found_json(asked, asked.model->find(asked.input, *asked.find));
  return points_json(asked, asked.model->evaluate(asked.input));
}

struct AnsweredCase {
  std::string json;
  bool failed = false;
};

AnsweredCase answered(const EvalCase& asked) {
  if (!asked.problems.empty()) return {error_json(asked, asked.problems), true};
  try {
    return {answer_of(asked), false};
  } catch (const ModelError& error) {
    return {error_json(asked, error.diagnostics()), true};
  }
}

}  // namespace

CaseAnswers answer_cases(const std::vector<EvalCase>& cases, Progress* progress) {
  std::vector<AnsweredCase> lines(cases.size());
  parallel_for(
      static_cast<std::int64_t>(cases.size()),
      [&](std::int64_t i) { lines[static_cast<std::size_t>(i)] = answered(cases[static_cast<std::size_t>(i)]); },
      progress, "cases");
  CaseAnswers answers{"[", 0};
  for (const AnsweredCase& line : lines) {
    answers.json += answers.json.size() > 1 ? ",\n " : "\n ";
    answers.json += line.json;
    answers.failed += line.failed ? 1 : 0;
  }
  answers.json += lines.empty() ? "]\n" : "\n]\n";
  return answers;
}

}  // namespace sise
