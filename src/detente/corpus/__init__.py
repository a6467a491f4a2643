"""Records of many articles looked up together, with what was judged of them: what views, exports and pages are made from."""
