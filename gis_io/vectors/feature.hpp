// A feature on its way out, whatever the format: a shape and named values in the order they are to appear in.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/geometry/geometry.hpp"

namespace sise {

struct Property;
struct PropertyValue;
using PropertyList = std::vector<PropertyValue>;
using PropertyObject = std::vector<Property>;

/// A typed value. A NaN or infinite number is written as null: formats have no word for it.
struct PropertyValue {
  using Variant = std::variant<std::monostate, bool, std::int64_t, double, std::string, PropertyList, PropertyObject>;
  Variant value;

  PropertyValue() = default;  ///< null
  // Implicit, so that a feature reads as its table of values.
  // NOLINTBEGIN(google-explicit-constructor)
  PropertyValue(bool flag) : value(flag) {}
  PropertyValue(int number) : value(std::int64_t{number}) {}
  PropertyValue(std::int64_t number) : value(number) {}
  PropertyValue(double number) : value(number) {}
  PropertyValue(const char* text) : value(std::string(text)) {}
  PropertyValue(std::string text) : value(std::move(text)) {}
  PropertyValue(PropertyList list) : value(std::move(list)) {}
  PropertyValue(PropertyObject object) : value(std::move(object)) {}
  // NOLINTEND(google-explicit-constructor)
};

struct Property {
  std::string name;
  PropertyValue value;
};

struct Feature {
  Geometry geometry;  ///< in the grid's CRS; empty: the feature has no place
  PropertyObject properties;
};

}  // namespace sise
